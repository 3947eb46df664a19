package org.bargardan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.EnableScenarios;

/// A test of services in the whole application. One context serves all such tests, and one more
/// those on PostgreSQL, so tests make people, projects and documents of their own.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest
@EnableScenarios
@Import({Collective.class, Program.class, Rehearsal.class})
@Tag("slow")
public @interface House {}
