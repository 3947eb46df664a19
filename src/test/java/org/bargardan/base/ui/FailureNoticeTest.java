package org.bargardan.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.communication.rpc.RpcDecodeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FailureNoticeTest {

    @Test
    void whatABrowserMadeUpIsNotWrittenIntoTheLog(CapturedOutput output) {
        var sent = new NumberFormatException("Unparseable number: \"y\nprivate words\"");
        new FailureNotice()
                .error(new ErrorEvent(new IllegalArgumentException(new RpcDecodeException(sent))));
        assertThat(output).containsPattern("Failure E-[0-9A-F]{4}").doesNotContain("private");
    }

    @Test
    void whatNobodyExpectedIsWrittenWithItsTrace(CapturedOutput output) {
        new FailureNotice().error(new ErrorEvent(new IllegalStateException("a mistake of ours")));
        assertThat(output).contains("a mistake of ours", "FailureNoticeTest");
    }
}
