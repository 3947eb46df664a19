package org.bargardan;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import org.bargardan.account.UserId;
import org.bargardan.account.Users;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;

/// Sends requests to the REST paths as a program of some person does, through every filter.
@TestComponent
public class Program {

    private final MockMvcTester paths;
    private final Users users;

    Program(WebApplicationContext context, Users users) {
        this.paths = MockMvcTester.from(context, all -> all.apply(springSecurity()).build());
        this.users = users;
    }

    /// For requests that no person's name stands on.
    public MockMvcTester paths() {
        return paths;
    }

    public MvcTestResult get(UserId person, String path, Object... variables) {
        return paths.get().uri(path, variables).with(signedIn(person)).exchange();
    }

    public MvcTestResult put(UserId person, String json, String path, Object... variables) {
        return paths.put()
                .uri(path, variables)
                .with(signedIn(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    public MvcTestResult post(UserId person, String json, String path, Object... variables) {
        return paths.post()
                .uri(path, variables)
                .with(signedIn(person))
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.getBytes(StandardCharsets.UTF_8))
                .exchange();
    }

    public MvcTestResult post(
            UserId person, MockMultipartFile file, String path, Object... variables) {
        return paths.post()
                .multipart()
                .file(file)
                .uri(path, variables)
                .with(signedIn(person))
                .exchange();
    }

    private RequestPostProcessor signedIn(UserId person) {
        return httpBasic(users.loginOf(person), Collective.PASSWORD);
    }
}
