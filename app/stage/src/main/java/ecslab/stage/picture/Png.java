package ecslab.stage.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// Writes a picture as PNG (W3C, *Portable Network Graphics*, third edition): eight bits a channel,
/// no alpha, no date, so that equal pictures are equal bytes.
///
/// JavaFX itself can't write pictures, and the JDK's writer would bring all of AWT along.
final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BIT_DEPTH = 8;
    private static final byte TRUE_COLOUR = 2;
    private static final int CHANNELS = 3;
    private static final int HEADER_LENGTH = 13;

    private Png() {}

    static byte[] bytes(Image image) {
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var header =
                ByteBuffer.allocate(HEADER_LENGTH)
                        .putInt(width)
                        .putInt(height)
                        .put(BIT_DEPTH)
                        .put(TRUE_COLOUR)
                        .put(new byte[HEADER_LENGTH - 10])
                        .array();
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", deflated(lines(image, width, height)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    /// Each line begins with its filter; 1 says that each byte is the difference to the pixel on
    /// the left, which packs flat areas well.
    private static byte[] lines(Image image, int width, int height) {
        var pixels = new int[width * height];
        image.getPixelReader()
                .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var lines = ByteBuffer.allocate(height * (1 + width * CHANNELS));
        for (var y = 0; y < height; y++) {
            lines.put((byte) 1);
            var left = 0;
            for (var x = 0; x < width; x++) {
                var pixel = pixels[y * width + x];
                lines.put((byte) ((pixel >> 16) - (left >> 16)));
                lines.put((byte) ((pixel >> 8) - (left >> 8)));
                lines.put((byte) (pixel - left));
                left = pixel;
            }
        }
        return lines.array();
    }

    private static byte[] deflated(byte[] data) {
        try (var deflater = new Deflater()) {
            deflater.setInput(data);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[64 * 1024];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.US_ASCII);
        var sum = new CRC32();
        sum.update(name);
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) sum.getValue()).array());
    }
}
