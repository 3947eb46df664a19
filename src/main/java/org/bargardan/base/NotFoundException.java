package org.bargardan.base;

/// Something asked for does not exist, or the person asking may not know that it does; the two look
/// alike from outside.
public class NotFoundException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NotFoundException(String what) {
        super(what);
    }
}
