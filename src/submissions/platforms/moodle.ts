import type { Item } from '../item.ts';
import { claim, type Claim } from './owner.ts';

const PREFIX = /^(?<name>.*?)(?:_(?<number>\d+))?_assignsubmission_[a-z]+(?:_(?<file>.*))?$/su;

/**
 * Moodle's "Download all submissions": a folder per student and kind of submission,
 * `Marie Dupont_1234567_assignsubmission_file` (older: with `_` at the end), or, without folders, a file
 * `Marie Dupont_1234567_assignsubmission_file_name.ts`. The number is that of "Participant 1234567";
 * groups have their own. Where names are hidden, all are called "Participant".
 *
 * @see https://github.com/moodle/moodle/blob/main/mod/assign/classes/downloader.php
 */
export function moodleClaim(item: Item): Claim | null {
  const { name = '', number, file = '' } = PREFIX.exec(item.name)?.groups ?? {};
  if (name === '') return null;
  const isHidden = number !== undefined && /^participante?$/i.test(name);
  const owner = {
    key: `moodle:${number ?? name}`,
    name: isHidden ? `${name} ${number}` : name,
    number: number ?? null,
    identity: number === undefined ? {} : { moodleParticipant: number },
    late: null,
  };
  return claim(owner, item, item.kind === 'file' ? file : item.name);
}
