package org.icecore.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class PdfArchiveTest {

    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void comparisonConformsTo(PDFAFlavour flavour) throws Exception {
        assertEquals("", violations(PdfWriterTest.written(SampleReport.comparison()), flavour));
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_3_A", "PDFUA_1"})
    void manyPagesConformTo(PDFAFlavour flavour) throws Exception {
        assertEquals("", violations(PdfWriterTest.written(LargeReport.ofRows(120)), flavour));
    }

    @Test
    void fileThatDoesNotSayItsColoursIsFoundOut() throws Exception {
        var spoilt = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(PdfWriterTest.written(SampleReport.comparison()))) {
            document.getDocumentCatalog().setOutputIntents(List.of());
            document.save(spoilt);
        }
        assertTrue(
                violations(spoilt.toByteArray(), PDFAFlavour.PDFA_3_A).contains("6.2.4.3: "),
                "the validator finds nothing");
    }

    @Test
    void fileWithoutItsStructureIsFoundOut() throws Exception {
        var spoilt = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(PdfWriterTest.written(SampleReport.comparison()))) {
            document.getDocumentCatalog()
                    .getCOSObject()
                    .removeItem(COSName.getPDFName("StructTreeRoot"));
            document.save(spoilt);
        }
        assertTrue(
                violations(spoilt.toByteArray(), PDFAFlavour.PDFUA_1).contains("7.1: "),
                "the validator finds nothing");
    }

    private static String violations(byte[] pdf, PDFAFlavour flavour) throws Exception {
        var foundry = Foundries.defaultInstance();
        try (var parser = foundry.createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = foundry.createValidator(flavour, false)) {
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
