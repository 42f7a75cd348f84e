package ecslab.wire.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParticleFollowsTheWordTest {

    @ParameterizedTest
    @CsvSource({
        // Hangul
        "서비스, 서비스가, 서비스를, 서비스는, 서비스와, 서비스로",
        "컨테이너 인스턴스, 컨테이너 인스턴스가, 컨테이너 인스턴스를, 컨테이너 인스턴스는, 컨테이너 인스턴스와, 컨테이너 인스턴스로",
        "대상 그룹, 대상 그룹이, 대상 그룹을, 대상 그룹은, 대상 그룹과, 대상 그룹으로",
        "역할, 역할이, 역할을, 역할은, 역할과, 역할로",
        // abbreviations, letter by letter
        "ECS, ECS가, ECS를, ECS는, ECS와, ECS로",
        "ALB, ALB가, ALB를, ALB는, ALB와, ALB로",
        "VPC, VPC가, VPC를, VPC는, VPC와, VPC로",
        "IAM, IAM이, IAM을, IAM은, IAM과, IAM으로",
        "ECR, ECR이, ECR을, ECR은, ECR과, ECR로",
        "HTTP, HTTP가, HTTP를, HTTP는, HTTP와, HTTP로",
        "natGateway/a, natGateway/a가, natGateway/a를, natGateway/a는, natGateway/a와,"
                + " natGateway/a로",
        "db, db가, db를, db는, db와, db로",
        // English words
        "RUNNING, RUNNING이, RUNNING을, RUNNING은, RUNNING과, RUNNING으로",
        "STOPPED, STOPPED가, STOPPED를, STOPPED는, STOPPED와, STOPPED로",
        "Fargate, Fargate가, Fargate를, Fargate는, Fargate와, Fargate로",
        "SIGTERM, SIGTERM이, SIGTERM을, SIGTERM은, SIGTERM과, SIGTERM으로",
        "SIGKILL, SIGKILL이, SIGKILL을, SIGKILL은, SIGKILL과, SIGKILL로",
        "UpdateService, UpdateService가, UpdateService를, UpdateService는, UpdateService와,"
                + " UpdateService로",
        "CreateRole, CreateRole이, CreateRole을, CreateRole은, CreateRole과, CreateRole로",
        "web, web이, web을, web은, web과, web으로",
        "platform-task, platform-task가, platform-task를, platform-task는, platform-task와,"
                + " platform-task로",
        "next-api, next-api가, next-api를, next-api는, next-api와, next-api로",
        "TERMINATION, TERMINATION이, TERMINATION을, TERMINATION은, TERMINATION과, TERMINATION으로",
        // numbers, and what ends in one
        "0, 0이, 0을, 0은, 0과, 0으로",
        "1, 1이, 1을, 1은, 1과, 1로",
        "2, 2가, 2를, 2는, 2와, 2로",
        "3, 3이, 3을, 3은, 3과, 3으로",
        "10, 10이, 10을, 10은, 10과, 10으로",
        "web#2, web#2가, web#2를, web#2는, web#2와, web#2로",
        "web:7, web:7이, web:7을, web:7은, web:7과, web:7로",
        "502, 502가, 502를, 502는, 502와, 502로",
        // units and marks at the end
        "512 MiB, 512 MiB가, 512 MiB를, 512 MiB는, 512 MiB와, 512 MiB로",
        "20s, 20s가, 20s를, 20s는, 20s와, 20s로",
        "95%, 95%가, 95%를, 95%는, 95%와, 95%로",
        "`web`, `web`이, `web`을, `web`은, `web`과, `web`으로",
        "태스크(task), 태스크(task)가, 태스크(task)를, 태스크(task)는, 태스크(task)와, 태스크(task)로",
        // not readable
        "…, …이(가), …을(를), …은(는), …과(와), …(으)로",
    })
    void isTrueOf(String word, String a, String b, String c, String d, String e) {
        assertEquals(a, said("{x|이/가}", word));
        assertEquals(b, said("{x|을/를}", word));
        assertEquals(c, said("{x|은/는}", word));
        assertEquals(d, said("{x|과/와}", word));
        assertEquals(e, said("{x|으로/로}", word));
    }

    @Test
    void emptyValueGetsBothForms() {
        assertEquals("을(를)", said("{x|을/를}", ""));
    }

    private static String said(String text, String word) {
        return Message.parse(text).with(_ -> word);
    }
}
