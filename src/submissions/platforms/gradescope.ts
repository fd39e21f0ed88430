import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Item } from '../item.ts';
import { note } from '../note.ts';
import { claim, type Claim } from './owner.ts';
import { smallText } from './small-text.ts';
import type { Ignored, Member } from '../submission.ts';

export const METADATA = 'submission_metadata.yml';

interface Submitter {
  readonly ':name'?: string | null;
  readonly ':sid'?: string | number | null;
  readonly ':email'?: string | null;
}

interface Entry {
  readonly ':submitters': readonly Submitter[];
  readonly ':created_at'?: unknown;
}

const optional = { type: ['string', 'number', 'null'] };
const isMetadata = new Ajv({ allowUnionTypes: true }).compile<Record<string, Entry>>({
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: [':submitters'],
    properties: {
      ':submitters': {
        type: 'array',
        items: {
          type: 'object',
          properties: {
            ':name': { type: ['string', 'null'] },
            ':sid': optional,
            ':email': { type: ['string', 'null'] },
          },
        },
      },
    },
  },
});

/**
 * Gradescope's "Export submissions": folders `submission_123456` and `submission_metadata.yml`, which says
 * whose they are. Of two of the same people, the later counts. Empty where the file is missing or damaged:
 * the folders are then students like any other.
 */
export async function gradescopeClaims(
  items: readonly Item[],
): Promise<{ readonly claims: readonly Claim[]; readonly ignored: readonly Ignored[] }> {
  const metadata = parseMetadata(await smallText(items.find(({ name }) => name === METADATA)));
  const latest = new Map<string, { readonly at: string; readonly claim: Claim }>();
  const ignored: Ignored[] = [];
  for (const item of items) {
    const entry = metadata.get(item.name);
    if (entry === undefined) continue;
    const found = { at: timeOf(entry), claim: claim(ownerOf(item.name, entry), item) };
    const before = latest.get(found.claim.owner.key);
    const [wins, loses] =
      before !== undefined && before.at > found.at ? [before, found] : [found, before];
    latest.set(found.claim.owner.key, wins);
    if (loses) {
      const used = wins.claim.item.name;
      ignored.push(note(loses.claim.item.path, 'submission.earlier', { used }));
    }
  }
  return { claims: [...latest.values()].map((found) => found.claim), ignored };
}

function parseMetadata(text: string | null): ReadonlyMap<string, Entry> {
  if (text === null) return new Map();
  try {
    const found: unknown = parse(text, { logLevel: 'silent' });
    return new Map(isMetadata(found) ? Object.entries(found) : []);
  } catch {
    return new Map();
  }
}

function ownerOf(folder: string, entry: Entry) {
  const members = entry[':submitters'].map((submitter): Member => {
    const email = submitter[':email'] ?? '';
    const studentId = String(submitter[':sid'] ?? '');
    return {
      name: submitter[':name'] ?? email,
      ...(email === '' ? {} : { email }),
      ...(studentId === '' ? {} : { studentId }),
    };
  });
  const [first] = members;
  const number = folder.replace(/^submission_/, '');
  const who = members.map(({ email, studentId, name }) => email ?? studentId ?? name).sort();
  const { name: _, ...single } = first ?? { name: '' };
  return {
    key: `gradescope:${who.length === 0 ? folder : who.join('\n')}`,
    name: members.map(({ name }) => name).join(', ') || folder,
    number,
    identity: {
      gradescopeSubmissionId: number,
      ...(members.length > 1 ? { members } : single),
    },
    late: null,
  };
}

function timeOf(entry: Entry): string {
  const at = entry[':created_at'];
  const time = at instanceof Date ? at : new Date(typeof at === 'string' ? at : NaN);
  return Number.isNaN(time.getTime()) ? '' : time.toISOString();
}
