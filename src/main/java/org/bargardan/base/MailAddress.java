package org.bargardan.base;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A mail address as mail servers understand it.
///
/// The mail library sends every character as one byte, whatever it was: a mail for
/// `omid@exaŭple.org` would go to `omid@example.org`, who is somebody else. So the name before
/// the @ must be ASCII, and a domain in another script is sent in its ASCII form.
///
/// @param sent what a mail server is told
public record MailAddress(String sent) {

    private static final int MOST = 254;

    /// The dot-atom of RFC 5322, section 3.2.3; quoted names and comments are nobody's address.
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,64}$)[\\w!#$%&'*+/=?^`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^`{|}~-]+)*");

    /// RFC 5321, section 4.1.2; a host without a dot is reachable by nobody else.
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    /// UTS 46, which keeps the ZWNJ that Persian domains have.
    private static final IDNA DOMAINS =
            IDNA.getUTS46Instance(
                    IDNA.USE_STD3_RULES
                            | IDNA.CHECK_BIDI
                            | IDNA.CHECK_CONTEXTJ
                            | IDNA.NONTRANSITIONAL_TO_ASCII);

    /// Empty for what is no address. Whether anybody reads mail there is not asked.
    public static Optional<MailAddress> of(String written) {
        int at = written.lastIndexOf('@');
        if (at < 0 || !NAME.matcher(written.substring(0, at)).matches()) {
            return Optional.empty();
        }
        var info = new IDNA.Info();
        var domain = DOMAINS.nameToASCII(written.substring(at + 1), new StringBuilder(), info);
        var sent = written.substring(0, at + 1) + domain.toString().toLowerCase(Locale.ROOT);
        return info.hasErrors()
                        || !DOMAIN.matcher(sent.substring(at + 1)).matches()
                        || sent.length() > MOST
                ? Optional.empty()
                : Optional.of(new MailAddress(sent));
    }
}
