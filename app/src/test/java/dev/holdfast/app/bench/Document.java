package dev.holdfast.app.bench;

import dev.holdfast.app.bench.CpuMeter.Who;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The figures of a run as docs/benchmarks.md. */
final class Document {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String PROGRAMS =
      """
      ## What is compared

      | program | what it does |
      |---|---|
      | Holdfast | the service with its embedded PostgreSQL and with the gate on Redis; every setting as it is shipped, but webhooks may go to this machine |
      | echo | the same HTTP stack (Javalin on Jetty, virtual threads): reads the JSON of a hold and sends it back |
      | naive | the same stack, one `SET seat token NX EX 600` a request over pooled connections to the same Redis; nothing else is stored |
      | PostgreSQL only | the same stack; each request locks its rows with `SELECT ... FOR UPDATE`, changes them and commits; no journal, no record of sales |
      | transactions | no HTTP: 64 threads book four held seats an order straight at PostgreSQL, one transaction an order, and write what a booking writes in Holdfast: seats, sales, lines of the journal, the name of the transaction, the event's last number |
      | Redis | the gate's script for a hold of one seat, 64 calls together on one connection |

      All are asked over HTTP by the same load: one thread, 64 connections unless another number is
      told, each of which sends as soon as it was answered. Requests for Holdfast, the echo and the
      naive server have the same bytes. A hold asks for a seat that nobody asked for before; when the
      seats of an event are used up, the next event is sold. In a rush 19 of 20 requests ask for one of
      a thousand seats that somebody else holds, and have to be refused. The paced load sends when
      requests are due, whatever was answered, and counts from then on. Through seats.io's dialect each
      connection has one hold token, made beforehand, and asks for the objects in the answer, as the
      clients do. The best seats are chosen in a hall of a tenth of the large one's size, of which every
      other block of four is held at first, and five eighths in the end; then in the next event of it.

      """;

  private final Results results;

  Document(Results results) {
    this.results = results;
  }

  /** The whole page. */
  String text() {
    return head() + PROGRAMS + goals() + rates() + circumstances();
  }

  private String head() {
    return """
    # Benchmarks

    Written by `./holdfast bench --docs yes` on %s; nothing here is typed by hand. Load, service,
    rivals, Redis and PostgreSQL share one machine, so rates are good for comparing the parts of this
    run, and for nothing else: another machine gives others. Everything was warmed up with the very
    requests that were measured (%d s each, rivals three times as long); then each round went over all
    of them in turn: %d rounds, %s s for each measurement. Tables give medians over the rounds, and the
    least and the most; a ratio is taken within each round first.

    """
        .formatted(
            DAY.format(results.at()),
            results.scale().warmUp().toSeconds(),
            results.scale().rounds(),
            Figures.plain(results.scale().time().toMillis() / 1e3));
  }

  private String goals() {
    StringBuilder table = new StringBuilder("## Compared\n\n");
    table.append(
        "| name | what | figure | over the rounds | goal | |\n|---|---|---|---|---|---|\n");
    for (Results.Line line : results.lines()) {
      Figures figures = line.figures();
      table.append(
          "| `%s` | %s | %s %s| %s to %s | %s | %s |\n"
              .formatted(
                  line.name(),
                  line.what(),
                  Figures.rounded(figures.median()),
                  line.unit().isEmpty() ? "" : line.unit() + " ",
                  Figures.rounded(figures.least()),
                  Figures.rounded(figures.most()),
                  line.text(),
                  line.verdict()));
    }
    return table.append('\n').toString();
  }

  private String rates() {
    StringBuilder table =
        new StringBuilder(
            """
            ## Measured

            Answers a second as they had to be: done, and in a rush refused because somebody else holds
            the seat. How long they took, and whose the processor's work was, is of the round with the
            middle rate.

            """);
    table.append("| | a second | done, refused | sent away | p50, p99, p99.9 in ms ");
    table.append("| load, program, PostgreSQL, Redis |\n|---|---|---|---|---|---|\n");
    results.samples().forEach((trial, samples) -> row(table, trial, samples));
    return table.append('\n').toString();
  }

  private void row(StringBuilder table, String trial, List<Sample> samples) {
    Figures rate = Results.rate(samples);
    Sample middle = Report.middle(samples);
    long done = samples.stream().mapToLong(Sample::done).sum();
    long conflicts = samples.stream().mapToLong(Sample::conflicts).sum();
    long away = samples.stream().mapToLong(Sample::away).sum();
    table.append(
        "| %s | %s (%s to %s) | %,d, %,d | %,d | %s | %s |\n"
            .formatted(
                results.what().get(trial),
                Figures.rounded(rate.median()),
                Figures.rounded(rate.least()),
                Figures.rounded(rate.most()),
                done,
                conflicts,
                away,
                latencies(middle),
                shares(middle)));
  }

  /** A program that is not asked over HTTP has none. */
  private static String latencies(Sample sample) {
    return sample.p50().isZero()
        ? ""
        : Figures.rounded(Figures.millis(sample.p50()))
            + ", "
            + Figures.rounded(Figures.millis(sample.p99()))
            + ", "
            + Figures.rounded(Figures.millis(sample.p999()));
  }

  private static String shares(Sample sample) {
    return "%.0f %%, %.0f %%, %.0f %%, %.0f %%"
        .formatted(
            100 * sample.cpu().share(Who.LOAD),
            100 * sample.cpu().share(Who.PROGRAM),
            100 * sample.cpu().share(Who.POSTGRES),
            100 * sample.cpu().share(Who.REDIS));
  }

  private String circumstances() {
    StringBuilder text = new StringBuilder("## Under which circumstances\n\n| | |\n|---|---|\n");
    results.machine().forEach((name, value) -> fact(text, name, value));
    results.durability().forEach((name, value) -> fact(text, "`" + name + "`", value));
    text.append("\nThe settings are those that the service's PostgreSQL told; its rivals' ");
    text.append("PostgreSQL is the same program, started the same way.\n");
    if (!results.remarks().isEmpty()) {
      text.append("\nSeen besides:\n\n");
      results.remarks().forEach(remark -> text.append("- ").append(remark).append('\n'));
    }
    text.append(
        "\nOf all answers %d were other than they had to be; %d seats were held or sold twice.\n"
            .formatted(results.wrong(), results.twice()));
    return text.toString();
  }

  private static void fact(StringBuilder text, String name, String value) {
    text.append("| ").append(name).append(" | ").append(value).append(" |\n");
  }
}
