// The operations of this package by their ids, for hubs that run only registered ones.
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDocument } from '../dist/documents/read-document.js';
import * as client from '../dist/index.js';

const documents = Object.values(client).filter((exported) => exported?.kind === 'Document');
const entries = documents
  .map((document) => readDocument(document).text)
  .map((text) => [`sha256:${createHash('sha256').update(text).digest('hex')}`, text]);
const file = fileURLToPath(new URL('../dist/documents.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(Object.fromEntries(entries.sort()), null, 2)}\n`);
