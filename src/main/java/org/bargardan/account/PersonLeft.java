package org.bargardan.account;

/// A person leaves for good; told inside the transaction, so that what they hold elsewhere ends
/// with it.
public record PersonLeft(UserId person) {}
