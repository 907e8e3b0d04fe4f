package dev.holdfast.app.v1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;

/**
 * Sends bodies that a server may refuse before it has read them. A usual client reports the broken
 * connection then, and not the answer.
 */
public final class RawHttp {

  private static final int PIECE = 64 * 1024;

  private RawHttp() {}

  /**
   * The status of the answer to a JSON string of so many bytes, sent with or without its length.
   */
  public static int statusOf(
      V1Client caller, String method, String path, long bytes, boolean chunked) {
    URI base = caller.base();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(30_000);
      String head =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: "
              + base.getAuthority()
              + "\r\nX-Api-Key: "
              + caller.key()
              + "\r\nContent-Type: application/json\r\nConnection: close\r\n"
              + (chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + bytes)
              + "\r\n\r\n";
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(ISO_8859_1));
      Thread.ofVirtual().start(() -> writeBody(out, bytes, chunked));
      return readStatus(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeBody(OutputStream out, long bytes, boolean chunked) {
    try {
      long left = bytes;
      while (left > 0) {
        byte[] piece = new byte[(int) Math.min(PIECE, left)];
        Arrays.fill(piece, (byte) 'x');
        if (left == bytes) {
          piece[0] = '"';
        }
        left -= piece.length;
        if (left == 0) {
          piece[piece.length - 1] = '"';
        }
        if (chunked) {
          out.write((Integer.toHexString(piece.length) + "\r\n").getBytes(ISO_8859_1));
        }
        out.write(piece);
        if (chunked) {
          out.write("\r\n".getBytes(ISO_8859_1));
        }
      }
      if (chunked) {
        out.write("0\r\n\r\n".getBytes(ISO_8859_1));
      }
      out.flush();
    } catch (IOException e) {
      // The server has heard enough; what it says is read on the other side.
      return;
    }
  }

  private static int readStatus(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    String line = in.readLine();
    if (line == null) {
      throw new IOException("the connection was closed without an answer");
    }
    return Integer.parseInt(line.split(" ", -1)[1]);
  }
}
