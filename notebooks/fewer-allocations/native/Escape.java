// A million pairs of points whose dot product is added up. Nothing else ever sees the points, unless they are kept.
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

class Escape {
  record Point(long x, long y) {}

  static Point kept;

  static long dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }

  static long local(int n) {
    long sum = 0;
    for (int i = 0; i < n; ++i) sum += dot(new Point(i, 1), new Point(1, i));
    return sum;
  }

  static long published(int n) {
    long sum = 0;
    for (int i = 0; i < n; ++i) {
      Point a = new Point(i, 1);
      kept = a;
      sum += dot(a, new Point(1, i));
    }
    return sum;
  }

  public static void main(String[] args) {
    var thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    int n = 1_000_000;
    for (int round = 0; round < 30; ++round) if (local(n) != published(n)) throw new AssertionError();
    for (String name : new String[] {"local", "published"}) {
      long best = Long.MAX_VALUE, bytes = 0;
      for (int round = 0; round < 20; ++round) {
        long before = thread.getCurrentThreadAllocatedBytes(), start = System.nanoTime();
        long sum = name.equals("local") ? local(n) : published(n);
        long ns = System.nanoTime() - start;
        bytes = thread.getCurrentThreadAllocatedBytes() - before;
        if (sum != (long) n * (n - 1)) throw new AssertionError();
        best = Math.min(best, ns);
      }
      System.out.printf("%-10s %5.2f ns and %4.1f bytes a pair%n", name, (double) best / n, (double) bytes / n);
    }
  }
}
