package org.bargardan.account;

/// Every sign-in of a person has ended; told after the commit, so that open screens close.
public record SignedOut(UserId person) {}
