package dev.holdfast.http.thumbnail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.holdfast.http.v1.V1Layouts;
import dev.holdfast.http.v1.layout.StoredSketch;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A picture as a program that shows it would read it.
 *
 * @param dots seats
 * @param boxes areas and shapes, in the order they are drawn
 */
record Drawn(String svg, int width, int height, List<Dot> dots, List<Area> boxes) {
  private static final Pattern DOT = Pattern.compile("m(-?\\d+)(?: (\\d+)|(-\\d+))h0");
  private static final Pattern BOX = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)h-\\d+z");
  private static final Set<String> ELEMENTS = Set.of("svg", "rect", "path");

  record Dot(String color, int x, int y) {}

  record Area(String color, int x, int y, int width, int height) {}

  /** The picture of a layout in single quotes. */
  static Drawn of(String layout) {
    return ofStored(V1Layouts.draft(layout.replace('\'', '"')).text());
  }

  /** The picture of what is stored, whoever let it in. */
  static Drawn ofStored(String text) {
    return of(StoredSketch.read(text));
  }

  /** The picture of a sketch. */
  static Drawn of(Sketch sketch) {
    StringWriter svg = new StringWriter();
    try {
      SvgPicture.of(sketch).writeTo(svg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(svg.toString());
  }

  private static Drawn read(String svg) {
    Element root = parse(svg);
    String[] view = root.getAttribute("viewBox").split(" ", -1);
    List<Dot> dots = new ArrayList<>();
    List<Area> boxes = new ArrayList<>();
    NodeList all = root.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      assertTrue(ELEMENTS.contains(element.getTagName()), element.getTagName());
      String path = element.getAttribute("d");
      if (element.getAttribute("stroke-linecap").equals("round")) {
        addDots(element.getAttribute("stroke"), path, dots);
      } else {
        addBoxes(element.getAttribute("fill"), path, boxes);
      }
    }
    return new Drawn(svg, Integer.parseInt(view[2]), Integer.parseInt(view[3]), dots, boxes);
  }

  private static Element parse(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)))
          .getDocumentElement();
    } catch (IOException | SAXException | ParserConfigurationException e) {
      throw new AssertionError(svg, e);
    }
  }

  private static void addDots(String color, String path, List<Dot> dots) {
    Matcher next = DOT.matcher(path);
    int x = 0;
    int y = 0;
    int read = 0;
    while (next.find()) {
      assertEquals(read, next.start(), "nothing between two dots");
      x += Integer.parseInt(next.group(1));
      y += Integer.parseInt(next.group(2) == null ? next.group(3) : next.group(2));
      dots.add(new Dot(color, x, y));
      read = next.end();
    }
    assertEquals(path.length(), read);
  }

  private static void addBoxes(String color, String path, List<Area> boxes) {
    Matcher next = BOX.matcher(path);
    int read = 0;
    while (next.find()) {
      assertEquals(read, next.start(), "nothing between two boxes");
      boxes.add(
          new Area(
              color,
              Integer.parseInt(next.group(1)),
              Integer.parseInt(next.group(2)),
              Integer.parseInt(next.group(3)),
              Integer.parseInt(next.group(4))));
      read = next.end();
    }
    assertEquals(path.length(), read);
  }
}
