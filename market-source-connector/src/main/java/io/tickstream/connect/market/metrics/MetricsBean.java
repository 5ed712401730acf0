package io.tickstream.connect.market.metrics;

import java.util.Arrays;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanException;
import javax.management.MBeanInfo;
import org.jspecify.annotations.Nullable;

/** One readable attribute per {@link Metric}. */
final class MetricsBean implements DynamicMBean {

  private final SourceMetrics metrics;

  MetricsBean(SourceMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    for (Metric metric : Metric.values()) {
      if (metric.label().equals(attribute)) {
        return metrics.get(metric);
      }
    }
    throw new AttributeNotFoundException(attribute);
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    AttributeList list = new AttributeList();
    for (Metric metric : Metric.values()) {
      if (Arrays.asList(attributes).contains(metric.label())) {
        list.add(new Attribute(metric.label(), metrics.get(metric)));
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
        Arrays.stream(Metric.values())
            .map(
                metric ->
                    new MBeanAttributeInfo(
                        metric.label(), "long", metric.description(), true, false, false))
            .toArray(MBeanAttributeInfo[]::new);
    return new MBeanInfo(
        getClass().getName(), "A market source task", attributes, null, null, null);
  }
}
