package org.bargardan.base;

/// Which Bargardan this is.
public final class ProgramVersion {

    private ProgramVersion() {}

    /// That of the packaged application; `dev` where it runs from the sources.
    public static String current() {
        var version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
