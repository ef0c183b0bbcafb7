package luotuo.eval;

import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Elements, attributes and texts of a page or of XML, each written as what it is.
public final class Markup implements AutoCloseable {
  private final XMLStreamWriter xml;

  public Markup(Writer to) throws XMLStreamException {
    this.xml = XMLOutputFactory.newFactory().createXMLStreamWriter(to);
  }

  /// Says that what follows is XML.
  public Markup begin() throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    return this;
  }

  /// @param attributes names and values by turns
  public Markup open(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], allowed(attributes[i + 1]));
    }
    return this;
  }

  public Markup end() throws XMLStreamException {
    xml.writeEndElement();
    return this;
  }

  public Markup words(String text) throws XMLStreamException {
    xml.writeCharacters(allowed(text));
    return this;
  }

  /// An element that holds a text and nothing else.
  public Markup text(String element, String text) throws XMLStreamException {
    return open(element).words(text).end();
  }

  @Override
  public void close() throws XMLStreamException {
    xml.close();
  }

  /// Without the characters that have no place in XML.
  private static String allowed(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF&&[^\\t\\n]]", "");
  }
}
