import type { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import type { AxiosInstance, AxiosRequestConfig, AxiosResponse } from 'axios';
import { MlflowError, MlflowUnreachableError, type RequestLine } from './errors.ts';
import { ReadingAgent } from './reading-agent.ts';
import { DEFAULT_RETRY, isPassingCode, isPassingStatus, isUnprocessed } from './retry.ts';
import { pause, waitMs, type RetryOptions } from './retry.ts';

/** Bytes, text, or a function that opens a fresh stream of `size` bytes for each attempt. */
export type Body = string | Uint8Array | { readonly size: number; readonly open: () => Readable };

export interface Sending extends RequestLine {
  /** A longer answer is not read to its end, in bytes; any length when absent. */
  readonly limitBytes?: number | undefined;
  readonly body?: Body;
  readonly contentType?: string;
  readonly idempotent: boolean;
}

export interface ConnectionOptions {
  readonly trackingUri: string;
  readonly workspace?: string;
  /** Limit of one request, answer included. */
  readonly timeoutMs?: number;
  readonly retry?: Partial<RetryOptions>;
  /** Headers of one request, asked for before each; the calls that led to it are on the stack. */
  readonly headers?: () => Readonly<Record<string, string>>;
}

/**
 * A server closes a connection that was idle for some seconds (uvicorn: 5, gunicorn: 2), and a call
 * that may not be repeated would die on it: connections idle for longer than this are not reused.
 */
const IDLE_LIMIT_MS = 1500;

/** Keep-alive connections to one server, through axios, with repetition where that is safe. */
export class Connection {
  /** The tracking URI without user, password and trailing slash. */
  readonly baseUrl: string;
  readonly #agent: HttpAgent | HttpsAgent;
  readonly #headers: Record<string, string> = {};
  readonly #retry: RetryOptions;
  readonly #timeoutMs: number;
  readonly #moreHeaders: ConnectionOptions['headers'];
  #axios: AxiosInstance | undefined;
  #lastUsed = 0;

  constructor(options: ConnectionOptions) {
    const url = new URL(options.trackingUri);
    const user = decodeURIComponent(url.username);
    if (user !== '') {
      const pair = Buffer.from(`${user}:${decodeURIComponent(url.password)}`);
      this.#headers['Authorization'] = `Basic ${pair.toString('base64')}`;
    }
    this.baseUrl = `${url.protocol}//${url.host}${url.pathname}`.replace(/\/+$/, '');
    if (options.workspace !== undefined) this.#headers['X-MLFLOW-WORKSPACE'] = options.workspace;
    const agentOptions = { keepAlive: true, noDelay: true, timeout: IDLE_LIMIT_MS };
    this.#agent =
      url.protocol === 'https:' ? new HttpsAgent(agentOptions) : new ReadingAgent(agentOptions);
    this.#retry = { ...DEFAULT_RETRY, ...options.retry };
    this.#timeoutMs = options.timeoutMs ?? 120_000;
    this.#moreHeaders = options.headers;
  }

  /** One request and its whole answer. @throws MlflowUnreachableError when none comes. */
  async send(sending: Sending): Promise<{ status: number; data: Buffer }> {
    const { status, data } = await this.#attempt<Buffer>(sending, 'arraybuffer');
    return { status, data };
  }

  /** A GET whose answer is read as a stream. */
  async open(request: RequestLine): Promise<{ status: number; stream: Readable }> {
    const { status, data } = await this.#attempt<Readable>(
      { ...request, idempotent: true },
      'stream',
    );
    return { status, stream: data };
  }

  /** Closes idle connections; without it they close by themselves and keep no process alive. */
  close(): void {
    this.#agent.destroy();
  }

  async #attempt<T extends Buffer | Readable>(
    sending: Sending,
    responseType: 'arraybuffer' | 'stream',
  ): Promise<AxiosResponse<T>> {
    const axios = await this.#instance();
    for (let attempt = 0; ; attempt++) {
      const attemptsLeft = attempt < this.#retry.retries;
      let retryAfter: string | null = null;
      this.#dropIdle();
      try {
        const answer = await axios.request<T>(this.#config(sending, responseType));
        const header: unknown = answer.headers['retry-after'];
        retryAfter = typeof header === 'string' ? header : null;
        const mayRepeat = sending.idempotent
          ? isPassingStatus(answer.status)
          : isUnprocessed(answer.status, retryAfter);
        if (!attemptsLeft || !mayRepeat) return answer;
        if (answer.data instanceof Readable) answer.data.resume();
      } catch (error) {
        const { limitBytes } = sending;
        if (limitBytes !== undefined && isTooLong(error)) {
          const message = `The answer is longer than ${limitBytes} bytes`;
          throw new MlflowError('INVALID_PARAMETER_VALUE', message, sending);
        }
        const code = codeOf(error);
        if (!attemptsLeft || !sending.idempotent || !isPassingCode(code)) {
          throw new MlflowUnreachableError(code, sending, error);
        }
      } finally {
        this.#lastUsed = performance.now();
      }
      await pause(waitMs(attempt, this.#retry, retryAfter));
    }
  }

  #config(sending: Sending, responseType: 'arraybuffer' | 'stream'): AxiosRequestConfig {
    const { method, url, body, contentType } = sending;
    const headers: Record<string, string> = { ...this.#headers, ...this.#moreHeaders?.() };
    if (contentType !== undefined) headers['Content-Type'] = contentType;
    if (typeof body === 'object' && 'open' in body) headers['Content-Length'] = String(body.size);
    // Redirects are followed for GET only: following them costs a buffered copy of every upload.
    const maxRedirects = method === 'GET' ? 5 : 0;
    // -1 is no limit.
    const maxContentLength = sending.limitBytes ?? -1;
    const data = dataOf(body);
    return { method, url, headers, responseType, maxRedirects, maxContentLength, data };
  }

  async #instance(): Promise<AxiosInstance> {
    this.#axios ??= (await import('axios')).default.create({
      httpAgent: this.#agent,
      httpsAgent: this.#agent,
      proxy: false,
      timeout: this.#timeoutMs,
      // -1, unlike Infinity, leaves out a counting stream that doubles the cost of large artifacts.
      maxBodyLength: -1,
      decompress: false,
      headers: { 'Accept-Encoding': 'identity', 'User-Agent': 'mlflow-typescript-client' },
      transformRequest: [(data: unknown) => data],
      transformResponse: [(data: unknown) => data],
      validateStatus: () => true,
    });
    return this.#axios;
  }

  /** Timers do not fire while a program computes, so a long computation leaves dead connections. */
  #dropIdle(): void {
    if (performance.now() - this.#lastUsed < IDLE_LIMIT_MS) return;
    for (const sockets of Object.values(this.#agent.freeSockets)) {
      for (const socket of sockets ?? []) socket.destroy();
    }
  }
}

function dataOf(body: Body | undefined): string | Buffer | Readable | undefined {
  if (body === undefined || typeof body === 'string') return body;
  return 'open' in body ? body.open() : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

/** axios has no code of its own for it. */
function isTooLong(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('maxContentLength size of');
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) {
    return 'UNKNOWN';
  }
  // axios' name for an answer that was cut half-way.
  return error.code === 'ERR_BAD_RESPONSE' ? 'ECONNRESET' : error.code;
}
