import { Agent, type AgentOptions } from 'node:http';
import { connect, type NetConnectOpts, type Socket } from 'node:net';

/** Larger than the 64 kB of new memory that Node takes for each read of a socket. */
const READ_BYTES = 256 * 1024;

let shared: Buffer | undefined;

/**
 * Node's agent, whose sockets are all read into one and the same buffer: with new memory for each read,
 * collecting it takes as long as a download itself. Node's parser copies what belongs to an answer's body
 * before the next read.
 */
export class ReadingAgent extends Agent {
  // The type of AgentOptions does not say that they reach createConnection.
  override createConnection(options: AgentOptions & NetConnectOpts): Socket {
    const buffer = (shared ??= Buffer.allocUnsafeSlow(READ_BYTES));
    const callback = (length: number, read: Uint8Array): boolean => {
      // A socket with a buffer of its own says nothing to the listeners of `data`, and one of them is the parser.
      socket.emit('data', read.subarray(0, length));
      return true;
    };
    const socket = connect({ ...options, onread: { buffer, callback } });
    return socket;
  }
}
