/** Takes memory until there is none. */
export default function () {
  const all: Buffer[] = [];
  for (;;) all.push(Buffer.alloc(1 << 24, 1));
}
