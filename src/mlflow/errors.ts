/** Which request an error speaks of; empty strings when the client refused before sending anything. */
export interface RequestLine {
  readonly method: string;
  /** Without user name and password. */
  readonly url: string;
}

const NO_REQUEST: RequestLine = { method: '', url: '' };

/**
 * What MLflow (or this client, before sending) refused. The message is the server's own, whole, as
 * Python shows it: `RESOURCE_DOES_NOT_EXIST: No Experiment with id=9 exists`.
 */
export class MlflowError extends Error {
  override readonly name = 'MlflowError';
  /** MLflow's `error_code`, for example `RESOURCE_DOES_NOT_EXIST` or `INVALID_PARAMETER_VALUE`. */
  readonly errorCode: string;
  /** The same as errorCode. */
  readonly code: string;
  /** HTTP status; null when the client refused before sending. */
  readonly status: number | null;
  readonly method: string;
  readonly url: string;

  constructor(
    errorCode: string,
    message: string,
    request: RequestLine = NO_REQUEST,
    status: number | null = null,
  ) {
    super(`${errorCode}: ${message}`);
    this.errorCode = errorCode;
    this.code = errorCode;
    this.status = status;
    this.method = request.method;
    this.url = request.url;
  }
}

/** No answer came: the server is down, the name unknown, the connection cut, or the time over. */
export class MlflowUnreachableError extends Error {
  override readonly name = 'MlflowUnreachableError';
  /** Node's code, for example `ECONNREFUSED`, `ECONNRESET`, `ENOTFOUND` or `ETIMEDOUT`. */
  readonly code: string;
  readonly method: string;
  readonly url: string;

  constructor(code: string, request: RequestLine, cause: unknown) {
    super(`no answer from MLflow (${code}): ${request.method} ${request.url}`, { cause });
    this.code = code;
    this.method = request.method;
    this.url = request.url;
  }
}

/** An answer came, but not one that MLflow sends: a proxy's page, a wrong port, another version. */
export class MlflowUnexpectedAnswerError extends Error {
  override readonly name = 'MlflowUnexpectedAnswerError';
  readonly code = 'UNEXPECTED_ANSWER';
  readonly status: number;
  readonly method: string;
  readonly url: string;
  /** The start of the body. */
  readonly body: string;

  constructor(reason: string, request: RequestLine, status: number, body: string) {
    const start = body.slice(0, 200);
    super(`${request.method} ${request.url} answered ${status}, ${reason}: ${start}`);
    this.status = status;
    this.method = request.method;
    this.url = request.url;
    this.body = start;
  }
}
