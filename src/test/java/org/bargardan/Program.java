package org.bargardan;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bargardan.account.TokenScope;
import org.bargardan.account.Tokens;
import org.bargardan.account.UserId;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpHeaders;
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
    private final Tokens tokens;
    private final Map<UserId, String> secrets = new ConcurrentHashMap<>();

    Program(WebApplicationContext context, Tokens tokens) {
        this.paths = MockMvcTester.from(context, all -> all.apply(springSecurity()).build());
        this.tokens = tokens;
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

    /// A token of the person that may read and write, in the request's header.
    public RequestPostProcessor signedIn(UserId person) {
        var secret =
                secrets.computeIfAbsent(
                        person,
                        id -> tokens.create("a test", TokenScope.WRITE, Tokens.LIFE, id).secret());
        return request -> {
            request.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + secret);
            return request;
        };
    }
}
