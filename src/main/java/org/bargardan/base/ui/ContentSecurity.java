package org.bargardan.base.ui;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// What the page may load and run: nothing from elsewhere, and no inline script but those of the
/// page as the server wrote it, which carry a nonce.
///
/// Not as tight as one would like, since Vaadin 25.2 cannot work otherwise: its client makes
/// functions of the expressions that the server sends (`unsafe-eval`), and its components write
/// style elements (`unsafe-inline` for styles). Development mode loads scripts from its own server
/// and has no policy.
@Component
public class ContentSecurity implements VaadinServiceInitListener {

    public static final String HEADER = "Content-Security-Policy";

    /// Files, answers to programs, failures: nothing in them loads or runs anything.
    public static final String FOR_ALL_ELSE = "default-src 'none'; frame-ancestors 'none'";

    /// The page to browse the interface for programs.
    public static final String FOR_API_PAGE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                    + " object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        if (event.getSource().getDeploymentConfiguration().isProductionMode()) {
            event.addIndexHtmlRequestListener(ContentSecurity::protect);
        }
    }

    private static void protect(IndexHtmlResponse page) {
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getEncoder().encodeToString(bytes);
        page.getDocument().select("script").attr("nonce", nonce);
        // Vaadin would let pages of its own address frame it.
        page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
        page.getVaadinResponse()
                .setHeader(
                        HEADER,
                        "default-src 'self'; script-src 'self' 'unsafe-eval' 'nonce-"
                                + nonce
                                + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
                                + " font-src 'self' data:; connect-src 'self'; object-src 'none';"
                                + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
    }
}
