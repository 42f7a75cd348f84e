package ecslab.learn.prose;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// A text of a lesson, read: bold, italic, code, lists, and links to words of the glossary, written
/// `[cluster](term:cluster)`. Other Markdown is shown as the plain text it holds.
///
/// @param blocks in the order in which they are read
public record Prose(List<Block> blocks) {

    private static final String TERM = "term:";
    private static final Parser PARSER = Parser.builder().build();

    public Prose {
        blocks = List.copyOf(blocks);
    }

    /// A part of a text that begins on a line of its own.
    public sealed interface Block {

        record Sentences(List<Span> spans) implements Block {}

        /// A line of a list.
        ///
        /// @param mark such as `•` or `2.`
        record Item(String mark, List<Span> spans) implements Block {}

        /// Lines of code.
        record Listing(String code) implements Block {}
    }

    /// A stretch of text that looks the same.
    public sealed interface Span {

        String text();

        record Said(String text, boolean bold, boolean italic) implements Span {}

        record Typed(String text) implements Span {}

        /// A word of the glossary.
        ///
        /// @param term its id
        record Word(String text, String term) implements Span {}
    }

    public static Prose read(String markdown) {
        var blocks = new ArrayList<Block>();
        for (var node = PARSER.parse(markdown).getFirstChild();
                node != null;
                node = node.getNext()) {
            readBlock(node, blocks);
        }
        return new Prose(blocks);
    }

    /// Without any markup, for whoever has it read aloud.
    public String plain() {
        var plain = new StringBuilder();
        for (var block : blocks) {
            plain.append(plain.isEmpty() ? "" : "\n").append(plain(block));
        }
        return plain.toString();
    }

    static String plain(Block block) {
        return switch (block) {
            case Block.Sentences(var spans) -> plain(spans);
            case Block.Item(var mark, var spans) -> mark + " " + plain(spans);
            case Block.Listing(var code) -> code;
        };
    }

    private static String plain(List<Span> spans) {
        var plain = new StringBuilder();
        spans.forEach(span -> plain.append(span.text()));
        return plain.toString();
    }

    private static void readBlock(Node node, List<Block> blocks) {
        switch (node) {
            case ListBlock list -> readItems(list, blocks);
            case FencedCodeBlock code -> blocks.add(listing(code.getLiteral()));
            case IndentedCodeBlock code -> blocks.add(listing(code.getLiteral()));
            case Paragraph paragraph -> blocks.add(new Block.Sentences(spansOf(paragraph)));
            default -> {
                var spans = spansOf(node);
                if (!spans.isEmpty()) {
                    blocks.add(new Block.Sentences(spans));
                }
            }
        }
    }

    private static void readItems(ListBlock list, List<Block> blocks) {
        var number = list instanceof OrderedList ordered ? firstNumber(ordered) : 1;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var mark = list instanceof BulletList ? "•" : number + ".";
            blocks.add(new Block.Item(mark, spansOf(item)));
            number++;
        }
    }

    private static int firstNumber(OrderedList list) {
        var written = list.getMarkerStartNumber();
        return written == null ? 1 : written;
    }

    private static Block listing(String code) {
        return new Block.Listing(code.stripTrailing());
    }

    private static List<Span> spansOf(Node node) {
        var spans = new ArrayList<Span>();
        readSpans(node, false, false, spans);
        return spans;
    }

    private static void readSpans(Node parent, boolean bold, boolean italic, List<Span> spans) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> spans.add(new Span.Said(text.getLiteral(), bold, italic));
                case Code code -> spans.add(new Span.Typed(code.getLiteral()));
                case SoftLineBreak _ -> spans.add(new Span.Said(" ", bold, italic));
                case HardLineBreak _ -> spans.add(new Span.Said("\n", bold, italic));
                case StrongEmphasis _ -> readSpans(node, true, italic, spans);
                case Emphasis _ -> readSpans(node, bold, true, spans);
                case Link link when link.getDestination().startsWith(TERM) ->
                        spans.add(
                                new Span.Word(
                                        plain(spansOf(link)),
                                        link.getDestination().substring(TERM.length())));
                default -> readSpans(node, bold, italic, spans);
            }
        }
    }
}
