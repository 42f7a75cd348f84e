package ecslab.ecs.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageNameTest {

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io, library/nginx, latest",
        "nginx:1.27, docker.io, library/nginx, 1.27",
        "grafana/k6, docker.io, grafana/k6, latest",
        "localhost/web, localhost, web, latest",
        "localhost:5000/web:2, localhost:5000, web, 2",
        "public.ecr.aws/nginx/nginx:stable, public.ecr.aws, nginx/nginx, stable",
        "1.dkr.ecr.eu-west-1.amazonaws.com/shop/web:1, 1.dkr.ecr.eu-west-1.amazonaws.com,"
                + " shop/web, 1",
        "quay.io/web@sha256:ab12, quay.io, web, sha256:ab12",
        "quay.io/web:1@sha256:ab12, quay.io, web, sha256:ab12"
    })
    void textIsReadAsDockerReadsIt(String text, String host, String repository, String reference) {
        assertEquals(new ImageName(host, repository, reference), ImageName.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, docker.io/library/nginx:latest",
        "quay.io/web:1@sha256:ab12, quay.io/web@sha256:ab12",
        "docker.io/library/nginx:latest, docker.io/library/nginx:latest"
    })
    void fullNameLeavesNothingOpen(String text, String full) {
        assertEquals(full, ImageName.parse(text).toString());
        assertEquals(ImageName.parse(text), ImageName.parse(full));
    }
}
