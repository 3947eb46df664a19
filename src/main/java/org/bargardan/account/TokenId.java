package org.bargardan.account;

import java.util.UUID;

/// Names one personal access token.
public record TokenId(UUID value) {}
