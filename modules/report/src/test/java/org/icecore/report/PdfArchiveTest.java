package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfArchiveTest {

    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void comparisonConformsToPdfA3b() throws Exception {
        assertEquals("", violations(PdfWriterTest.written(SampleReport.comparison())));
    }

    @Test
    void manyPagesConformToPdfA3b() throws Exception {
        assertEquals("", violations(PdfWriterTest.written(LargeReport.ofRows(120))));
    }

    @Test
    void fileThatDoesNotSayItsColoursIsFoundOut() throws Exception {
        var spoilt = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(PdfWriterTest.written(SampleReport.comparison()))) {
            document.getDocumentCatalog().setOutputIntents(List.of());
            document.save(spoilt);
        }
        assertTrue(
                violations(spoilt.toByteArray()).contains("6.2.4.3: "),
                "the validator finds nothing");
    }

    private static String violations(byte[] pdf) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser =
                        foundry.createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
                var validator = foundry.createValidator(PDFAFlavour.PDFA_3_B, false)) {
            var result = validator.validate(parser);
            var messages = new TreeSet<String>();
            for (var assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    messages.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage());
                }
            }
            if (!result.isCompliant() && messages.isEmpty()) {
                messages.add("not compliant, without a word why");
            }
            return String.join("\n", messages);
        }
    }
}
