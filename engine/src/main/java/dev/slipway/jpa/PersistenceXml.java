package dev.slipway.jpa;

import dev.slipway.error.SlipwayException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * The persistence units of a {@code META-INF/persistence.xml} (Jakarta Persistence, 8.2.1).
 *
 * @param units the units in their order
 */
record PersistenceXml(List<Unit> units) {

  /**
   * One of them.
   *
   * @param name its name
   * @param classes the classes that it lists
   * @param isListed whether it has only those
   * @param mappingFiles the mapping files that it lists
   * @param properties its settings
   */
  record Unit(
      String name,
      List<String> classes,
      boolean isListed,
      List<String> mappingFiles,
      Map<String, String> properties) {}

  static PersistenceXml read(Path file) {
    Document document;
    try (InputStream in = Files.newInputStream(file)) {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setNamespaceAware(true);
      document = factory.newDocumentBuilder().parse(in);
    } catch (IOException | SAXException e) {
      throw new SlipwayException(
          JpaError.ENTITIES_UNREADABLE,
          file + " can't be read: " + e.getMessage(),
          "Mend it, or make it readable for the user that runs Slipway.",
          e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("every Java reads XML", e);
    }
    List<Unit> units = new ArrayList<>();
    for (Element unit : elements(document.getDocumentElement(), "persistence-unit")) {
      Map<String, String> properties = new LinkedHashMap<>();
      for (Element property : elements(unit, "property")) {
        properties.put(property.getAttribute("name"), property.getAttribute("value"));
      }
      List<String> unlisted = texts(unit, "exclude-unlisted-classes");
      units.add(
          new Unit(
              unit.getAttribute("name"),
              texts(unit, "class"),
              !unlisted.isEmpty() && !unlisted.get(0).equals("false"),
              texts(unit, "mapping-file"),
              properties));
    }
    return new PersistenceXml(units);
  }

  private static List<String> texts(Element within, String name) {
    return elements(within, name).stream().map(each -> each.getTextContent().strip()).toList();
  }

  private static List<Element> elements(Element within, String name) {
    NodeList nodes = within.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }
}
