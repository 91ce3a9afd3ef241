package io.claviger.cli.simulate;

import io.claviger.policy.cases.LineBlock;
import io.claviger.policy.cases.LineBlocks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Answers a stream of decision cases, a line for a line and in order, on all processors.
///
/// One thread reads blocks of lines, several answer them, and the caller's writes the answers. An
/// answer waits for those before it and for nothing else: whoever sends one case and waits is
/// answered at once. Memory does not grow with the stream, since there is room for a few blocks
/// only between reading and writing.
final class CaseStream implements AutoCloseable {

  /// Follows the last answers. A block has at least one line, so its answers are never empty.
  private static final byte[] END = {};

  private final LineBlocks blocks;
  private final BlockingQueue<CaseAnswers> idle;
  private final BlockingQueue<Future<byte[]>> answers;
  private final ExecutorService workers;

  /// @param isExplaining whether the reasons are wanted
  /// @param err is told of failures that no line should cause
  CaseStream(InputStream in, boolean isExplaining, PrintWriter err, int processors) {
    blocks = new LineBlocks(in);
    idle = new ArrayBlockingQueue<>(processors);
    answers = new ArrayBlockingQueue<>(2 * processors);
    // Daemons: when the answers cannot be written, nobody waits for a stream that goes on.
    workers =
        Executors.newFixedThreadPool(
            processors, Thread.ofPlatform().daemon().name("cases-", 0).factory());
    for (int i = 0; i < processors; i++) {
      idle.add(new CaseAnswers(isExplaining, err));
    }
  }

  /// Answers until the stream ends. Blocks.
  ///
  /// @throws UnwritableException if the answers cannot be written
  /// @throws IOException if the cases cannot be read
  void write(OutputStream out) throws IOException, InterruptedException {
    Thread.ofPlatform().daemon().name("cases-in").start(this::read);
    for (byte[] next = get(answers.take()); next.length > 0; next = get(answers.take())) {
      write(next, out, answers.isEmpty());
    }
    write(END, out, true);
  }

  /// How many lines were no cases that can be decided. To be asked when all are answered.
  long unanswered() {
    return idle.stream().mapToLong(CaseAnswers::unanswered).sum();
  }

  private static void write(byte[] block, OutputStream out, boolean isFlushing)
      throws UnwritableException {
    try {
      out.write(block);
      if (isFlushing) {
        out.flush();
      }
    } catch (IOException e) {
      throw new UnwritableException(e);
    }
  }

  private static byte[] get(Future<byte[]> answers) throws IOException, InterruptedException {
    try {
      return answers.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("cases could not be answered", e.getCause());
    }
  }

  private void read() {
    try {
      try {
        for (Optional<LineBlock> next = blocks.next(); next.isPresent(); next = blocks.next()) {
          LineBlock block = next.get();
          answers.put(workers.submit(() -> answer(block)));
        }
      } catch (IOException | RuntimeException | Error e) {
        answers.put(CompletableFuture.failedFuture(e));
      }
      answers.put(CompletableFuture.completedFuture(END));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt(); // nobody does; the thread ends with the process
    }
  }

  private byte[] answer(LineBlock block) throws InterruptedException {
    CaseAnswers answering = idle.take();
    try {
      return answering.answer(block);
    } finally {
      idle.put(answering);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
