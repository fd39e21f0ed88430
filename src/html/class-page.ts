import { html, type Html } from './html.ts';
import { histogram } from './parts/histogram.ts';
import { commonMistakes, commonWrongNames } from './parts/mistake-tables.ts';
import { ourTrouble } from './parts/our-trouble.ts';
import { rates } from './parts/rates.ts';
import { resourceTable } from './parts/resource-table.ts';
import { similaritySection } from './parts/similarity-section.ts';
import { submissionsTable } from './parts/submissions-table.ts';
import { summary } from './parts/summary.ts';
import type { Scene } from './scene.ts';
import { shell } from './shell.ts';

/** The page of the class. */
export function classPage(scene: Scene): Html {
  const { words, results, links } = scene;
  const { say } = words;
  const title = say('html.class.title');
  const trouble = ourTrouble(scene);
  const contents = [
    ...(trouble === null ? [] : [['trouble', say('html.trouble')] as const]),
    ['distribution', say('html.distribution')] as const,
    ['submissions', say('html.table')] as const,
    ['rates', say('html.rates')] as const,
    ['mistakes', say('html.mistakes')] as const,
    ['names', say('html.names')] as const,
    ['resources', say('html.resources')] as const,
    ['similarity', say('html.similarity')] as const,
  ];
  return shell({
    words,
    title,
    navigation: [],
    otherLanguage: links.classPage(words.language === 'fr' ? 'en' : 'fr'),
    main: html`<h1>${title}</h1>
      <p class="quiet">
        ${say('html.made', { date: words.date(results.finishedAt), version: results.mlflow.version || '?' })}
      </p>
      <nav class="contents panel" aria-label="${say('html.contents')}">
        <ul>
          ${contents.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}
        </ul>
      </nav>
      ${summary(scene)} ${trouble} ${histogram(scene)} ${submissionsTable(scene)} ${rates(scene)}
      ${commonMistakes(scene)} ${commonWrongNames(scene)} ${resourceTable(scene)}
      ${similaritySection(scene)}`,
    footer: html`<p>
      ${results.generator.name} ${results.generator.version}.
      ${say('html.rules', { hash: results.gradersHash.slice(0, 12) })}
    </p>`,
  });
}
