/** Never ends, and does not listen to those who ask it to. */
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGXCPU'] as const) {
  process.on(signal, () => undefined);
}

export default function () {
  for (;;);
}
