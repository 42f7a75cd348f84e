/* The demo program of ECS Lab's live mode: one static HTTP/1.1 server, and nothing else in its image.
 *
 *   server              serves; environment: PORT (80), VERSION, STARTS_IN_MS, DRAIN (off: SIGTERM ends
 *                       it at once), HEALTH (broken), HEALTH_PATH, EXIT_AFTER_MS with EXIT_CODE
 *   server healthcheck  asks itself GET /health; exits 0 for 200, else 1
 *   server pause        waits until it is told to end: what holds a task's network
 *
 *   /            who answers          /health   200, or 503 once broken
 *   /fail        breaks /health       /ok       mends it
 *   /slow?ms=    answers late         /burn?ms= keeps one CPU busy
 *   /fill?mib=   keeps so much memory /exit?code= ends the program
 *
 * On SIGTERM it takes no new connections, finishes what it has begun, and exits 0. */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define REQUEST_MAX 8192

static atomic_int broken;
static atomic_int ending;
static atomic_int busy;
static int listener = -1;
static const char *version = "v1";
static const char *health_path = "/health";
static char host[65];

static int number(const char *text, int otherwise) {
    return text && *text ? atoi(text) : otherwise;
}

static void wait_ms(int ms) {
    struct timespec left = {ms / 1000, (ms % 1000) * 1000000L};
    while (nanosleep(&left, &left) && errno == EINTR) {}
}

static long now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static int parameter(const char *path, const char *name, int otherwise) {
    const char *query = strchr(path, '?');
    size_t length = strlen(name);
    while (query) {
        query++;
        if (!strncmp(query, name, length) && query[length] == '=') return atoi(query + length + 1);
        query = strchr(query, '&');
    }
    return otherwise;
}

static int is(const char *path, const char *name) {
    size_t length = strlen(name);
    return !strncmp(path, name, length) && (path[length] == 0 || path[length] == '?');
}

static int answer(int to, int status, const char *text, int closes) {
    char out[1024];
    const char *word = status == 200 ? "OK" : status == 404 ? "Not Found" : "Service Unavailable";
    int length = snprintf(out, sizeof out,
        "HTTP/1.1 %d %s\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: %zu\r\n"
        "Cache-Control: no-store\r\n%s\r\n%s",
        status, word, strlen(text), closes ? "Connection: close\r\n" : "", text);
    for (int sent = 0; sent < length;) {
        ssize_t n = send(to, out + sent, (size_t) (length - sent), MSG_NOSIGNAL);
        if (n <= 0) return 0;
        sent += (int) n;
    }
    return 1;
}

static void burn(int ms) {
    long until = now_ms() + ms;
    volatile unsigned long n = 0;
    while (now_ms() < until) for (int i = 0; i < 100000; i++) n += (unsigned long) i;
}

static void fill(int mib) {
    for (int i = 0; i < mib; i++) {
        char *page = malloc(1 << 20);
        if (page) memset(page, 1, 1 << 20);
    }
}

static void *burning(void *ms) {
    burn((int) (long) ms);
    return NULL;
}

static void burn_beside(int ms) {
    pthread_t thread;
    if (!pthread_create(&thread, NULL, burning, (void *) (long) ms)) pthread_detach(thread);
}

static int serve(int to, const char *path, int closes) {
    char text[512];
    if (is(path, health_path))
        return broken ? answer(to, 503, "broken\n", closes) : answer(to, 200, "healthy\n", closes);
    if (is(path, "/fail")) {
        broken = 1;
        return answer(to, 200, "/health answers 503 from now on\n", closes);
    }
    if (is(path, "/ok")) {
        broken = 0;
        return answer(to, 200, "/health answers 200 again\n", closes);
    }
    if (is(path, "/slow")) wait_ms(parameter(path, "ms", 1000));
    else if (is(path, "/burn")) burn_beside(parameter(path, "ms", 10000));
    else if (is(path, "/fill")) fill(parameter(path, "mib", 16));
    else if (is(path, "/exit")) {
        answer(to, 200, "bye\n", 1);
        _exit(parameter(path, "code", 1));
    } else if (!is(path, "/")) return answer(to, 404, "no such page\n", closes);
    snprintf(text, sizeof text, "%s from %s\n", version, host);
    return answer(to, 200, text, closes);
}

/* One connection, request after request. */
static void *converse(void *given) {
    int to = (int) (long) given;
    char in[REQUEST_MAX + 1];
    int have = 0;
    while (1) {
        char *end;
        in[have] = 0;
        while (!(end = strstr(in, "\r\n\r\n"))) {
            ssize_t n = have < REQUEST_MAX ? recv(to, in + have, (size_t) (REQUEST_MAX - have), 0) : 0;
            if (n <= 0) goto over;
            have += (int) n;
            in[have] = 0;
        }
        atomic_fetch_add(&busy, 1);
        char path[1024] = "/";
        sscanf(in, "%*15s %1023s", path);
        int closes = ending || strstr(in, "onnection: close") != NULL;
        int sent = serve(to, path, closes);
        atomic_fetch_sub(&busy, 1);
        if (!sent || closes) goto over;
        int used = (int) (end + 4 - in);
        memmove(in, in + used, (size_t) (have - used));
        have -= used;
    }
over:
    close(to);
    return NULL;
}

static void *dying(void *ms) {
    wait_ms((int) (long) ms);
    _exit(number(getenv("EXIT_CODE"), 1));
}

/* Signals are waited for, not handled: then nothing runs in the middle of something. */
static void *ended(void *signals) {
    int which;
    const char *drain = getenv("DRAIN");
    while (sigwait((sigset_t *) signals, &which)) {}
    if (drain && !strcmp(drain, "off")) _exit(143);
    ending = 1;
    shutdown(listener, SHUT_RDWR);
    for (int quiet = 0; quiet < 5; quiet = busy ? 0 : quiet + 1) wait_ms(10);
    _exit(0);
}

static int ask_health(int port) {
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((unsigned short) port)};
    char in[64] = "";
    char ask[256];
    snprintf(ask, sizeof ask, "GET %.99s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", health_path);
    at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int to = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(to, (struct sockaddr *) &at, sizeof at)) return 1;
    if (send(to, ask, strlen(ask), MSG_NOSIGNAL) <= 0 || recv(to, in, sizeof in - 1, 0) <= 0) return 1;
    return strncmp(in, "HTTP/1.1 200", 12) != 0;
}

int main(int count, char **words) {
    static sigset_t ends;
    pthread_t thread;
    pthread_attr_t small;
    int port = number(getenv("PORT"), 80);
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    sigprocmask(SIG_BLOCK, &ends, NULL);
    if (getenv("HEALTH_PATH")) health_path = getenv("HEALTH_PATH");
    if (count > 1 && !strcmp(words[1], "healthcheck")) return ask_health(port);
    if (count > 1 && !strcmp(words[1], "pause")) {
        int which;
        sigwait(&ends, &which);
        return 0;
    }
    if (getenv("VERSION")) version = getenv("VERSION");
    broken = getenv("HEALTH") && !strcmp(getenv("HEALTH"), "broken");
    gethostname(host, sizeof host - 1);
    pthread_attr_init(&small);
    pthread_attr_setstacksize(&small, 65536);
    pthread_create(&thread, &small, ended, &ends);
    if (getenv("EXIT_AFTER_MS"))
        pthread_create(&thread, &small, dying, (void *) (long) number(getenv("EXIT_AFTER_MS"), 0));
    wait_ms(number(getenv("STARTS_IN_MS"), 0));
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons((unsigned short) port)};
    int on = 1;
    at.sin_addr.s_addr = htonl(INADDR_ANY);
    listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *) &at, sizeof at) || listen(listener, 512)) {
        fprintf(stderr, "can't listen on port %d: %s\n", port, strerror(errno));
        return 1;
    }
    fprintf(stderr, "%s listens on port %d\n", version, port);
    while (!ending) {
        int to = accept(listener, NULL, NULL);
        if (to < 0) {
            if (ending) break;
            continue;
        }
        setsockopt(to, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (pthread_create(&thread, &small, converse, (void *) (long) to)) close(to);
        else pthread_detach(thread);
    }
    while (1) wait_ms(1000);
}
