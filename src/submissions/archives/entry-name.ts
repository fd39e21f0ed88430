import { getFileNameLowLevel, type Entry } from 'yauzl';

const CP850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';
const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;
const UNIX = 3;

/**
 * The name of a ZIP entry. Where the archive says UTF-8, that is it; where it says nothing, names that
 * are valid UTF-8 are UTF-8 (macOS), names made on Unix are Latin, and all others are code page 850, in
 * which Windows writes accents in western Europe. Of the letters used there, code page 437 has a part.
 *
 * @see https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT (4.4.4 bit 11, appendix D, 4.6.9)
 */
export function entryName(entry: Entry, raw: Buffer): string {
  const told =
    (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 ||
    entry.extraFields.some(({ id }) => id === UNICODE_PATH);
  const name = told
    ? getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
    : (utf8(raw) ?? (entry.versionMadeBy >> 8 === UNIX ? latin(raw) : cp850(raw)));
  // Old Windows programs separate folders by backslashes, against the specification.
  return name.replaceAll('\\', '/');
}

function utf8(raw: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return null;
  }
}

const latin = (raw: Buffer) => new TextDecoder('windows-1252').decode(raw);

const cp850 = (raw: Buffer) =>
  Array.from(raw, (byte) =>
    byte < 128 ? String.fromCodePoint(byte) : (CP850[byte - 128] ?? ''),
  ).join('');
