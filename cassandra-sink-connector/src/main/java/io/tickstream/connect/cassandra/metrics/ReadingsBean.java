package io.tickstream.connect.cassandra.metrics;

import java.util.List;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import org.jspecify.annotations.Nullable;

/** One readable attribute per reading. */
final class ReadingsBean implements DynamicMBean {
  private final List<Reading> readings;

  ReadingsBean(List<Reading> readings) {
    this.readings = List.copyOf(readings);
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    for (Reading reading : readings) {
      if (reading.label().equals(attribute)) {
        return reading.value().getAsLong();
      }
    }
    throw new AttributeNotFoundException(attribute);
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    List<String> wanted = List.of(attributes);
    AttributeList list = new AttributeList();
    for (Reading reading : readings) {
      if (wanted.contains(reading.label())) {
        list.add(new Attribute(reading.label(), reading.value().getAsLong()));
      }
    }
    return list;
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException(attribute.getName() + " can only be read");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public @Nullable Object invoke(String action, Object[] params, String[] signature)
      throws MBeanException {
    throw new MBeanException(new UnsupportedOperationException(action));
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    MBeanAttributeInfo[] attributes =
        readings.stream()
            .map(
                reading ->
                    new MBeanAttributeInfo(
                        reading.label(), "long", reading.description(), true, false, false))
            .toArray(MBeanAttributeInfo[]::new);
    return new MBeanInfo(
        getClass().getName(), "A Cassandra sink task", attributes, null, null, null);
  }
}
