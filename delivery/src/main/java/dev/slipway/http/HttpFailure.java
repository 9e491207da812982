package dev.slipway.http;

/** No answer: its message is a part of a sentence that tells why, and holds no address. */
public final class HttpFailure extends Exception {

  private static final long serialVersionUID = 1L;

  HttpFailure(String message) {
    super(message);
  }
}
