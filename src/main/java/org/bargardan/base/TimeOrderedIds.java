package org.bargardan.base;

import java.security.SecureRandom;
import java.util.UUID;

/// Makes the ids that addresses name: UUIDs of version 7 (RFC 9562, section 5.7), so that rows made
/// one after another lie together in every index.
///
/// Within one millisecond the 12 bits after the time count up from a random start (method 1 of
/// section 6.2), so ids made in one process are strictly ascending.
public final class TimeOrderedIds {

    private static final int COUNTER_LIMIT = 1 << 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private static long lastMillis;
    private static int counter;

    private TimeOrderedIds() {}

    public static synchronized UUID next() {
        long millis = Math.max(System.currentTimeMillis(), lastMillis);
        if (millis == lastMillis) {
            counter++;
        } else {
            counter = RANDOM.nextInt(COUNTER_LIMIT / 2);
        }
        if (counter == COUNTER_LIMIT) {
            millis++;
            counter = 0;
        }
        lastMillis = millis;
        long high = millis << 16 | 0x7000 | counter;
        long low = RANDOM.nextLong() >>> 2 | 0x8000000000000000L;
        return new UUID(high, low);
    }
}
