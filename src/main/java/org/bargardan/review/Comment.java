package org.bargardan.review;

import java.time.Instant;
import org.bargardan.account.Person;

/// What somebody said about a rendering.
public record Comment(Person by, String text, Instant at) {}
