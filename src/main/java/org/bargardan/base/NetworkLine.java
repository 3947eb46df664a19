package org.bargardan.base;

import java.net.InetAddress;
import java.util.HexFormat;

/// The line by which somebody reaches us, for counting what one of them does.
public final class NetworkLine {

    private static final int IPV6_BYTES = 16;

    private NetworkLine() {}

    /// Who has one address of IPv6 has 2^64: the first half names the line they come by.
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV6_BYTES
                    ? HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2)
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
