import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import type { ImageReader, ReadImage } from '../images/image-reader.ts';
import { askProgram } from './ask-program.ts';
import { inside } from './inside.ts';
import type { Limits, Sandbox } from './sandbox.ts';

/** What an answer may take as JSON, in bytes: a PNG a thousand pixels wide, and more. */
const ANSWER_LIMIT = 16 * 1024 * 1024;
/** Images that are read a second time soon after, for the report. */
const REMEMBERED = 8;

interface Answer {
  readonly fact: ReadImage['fact'];
  readonly png: string | null;
}

const isAnswer = new Ajv({ allowUnionTypes: true }).compile<Answer>({
  type: 'object',
  required: ['fact', 'png'],
  properties: {
    png: { type: ['string', 'null'] },
    fact: {
      oneOf: [
        {
          type: 'object',
          required: ['decoded', 'format', 'width', 'height', 'blank', 'colors', 'edges'],
          properties: {
            decoded: { const: true },
            format: { type: 'string' },
            blank: { type: 'boolean' },
            width: { type: 'number' },
            height: { type: 'number' },
            colors: { type: 'number' },
            edges: { type: 'number' },
          },
        },
        {
          type: 'object',
          required: ['decoded', 'reason'],
          properties: { decoded: { const: false }, reason: { type: 'string' } },
        },
      ],
    },
  },
});

const STOPPED = {
  time: 'it takes too long to decode',
  memory: 'it takes too much memory to decode',
};

export interface ImagesOptions {
  readonly limits: Limits;
  readonly timeoutMs: number;
}

/**
 * Has each image decoded in a sandbox of its own, within limits. Trouble of the sandbox is thrown
 * (SandboxFailedError); an image that cannot be decoded within them is a fact about it.
 */
export function createSandboxedImages(
  sandbox: Sandbox,
  { limits, timeoutMs }: ImagesOptions,
): ImageReader {
  const known = new Map<string, ReadImage>();

  async function decode(bytes: Uint8Array): Promise<ReadImage> {
    const program = sandbox.start({ argv: [inside.node, inside.readImage], limits });
    const reply = await askProgram(program, {
      files: [{ path: 'image', content: bytes }],
      input: '',
      isAnswer,
      answerLimit: ANSWER_LIMIT,
      timeoutMs,
    });
    if ('stopped' in reply) return undecoded(STOPPED[reply.stopped]);
    const { answer } = reply;
    if (answer === null) return undecoded('its decoder gave no answer');
    return {
      fact: answer.fact,
      png: answer.png === null ? null : Buffer.from(answer.png, 'base64'),
    };
  }

  async function read(bytes: Uint8Array): Promise<ReadImage> {
    const key = createHash('sha256').update(bytes).digest('hex');
    const image = known.get(key) ?? (await decode(bytes));
    known.set(key, image);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    return image;
  }

  return { look: async (bytes) => (await read(bytes)).fact, read };
}

function undecoded(reason: string): ReadImage {
  return { fact: { decoded: false, reason }, png: null };
}
