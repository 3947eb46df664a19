package org.bargardan.base.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Names the problems that an operation may answer with, besides those that follow from its form;
/// for the description of the paths.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AlsoAnswers {

    /// Statuses of HTTP.
    int[] value();
}
