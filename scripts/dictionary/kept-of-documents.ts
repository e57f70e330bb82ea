import { at, type Places } from './places'

/** Where what is asked about documents is kept. PURE. */
export const keptOfDocuments: Record<string, Places> = {
  'document.add': {
    ...at('file', 'app.document_pieces.sealed', 'app.documents.format', 'app.documents.size'),
    ...at('kind', 'app.documents.kind'),
    ...at('agreed', 'app.documents.agreed'),
    ...at('reader', 'app.documents.reader'),
    ...at('madeOn', 'app.documents.made_on'),
    ...at('original', 'app.documents.original_place'),
    ...at('upload', 'names'),
    ...at('replaces', 'app.documents.replaced_by'),
  },
  'document.begin-upload': {
    ...at('name', 'app.uploads.ending'),
    ...at('type', 'app.uploads.declared'),
    ...at('size', 'app.uploads.size'),
    ...at('sum', 'app.uploads.mark'),
  },
  'document.drop-upload': at('upload', 'names'),
  'document.withdraw': { ...at('why', 'app.documents.withdrawal'), ...at('document', 'names') },
  'document.keep-received': { ...at('keptKind', 'app.documents.kind'), ...at('document', 'names') },
  'document.give-back': { ...at('givenTo', 'app.documents.given_to'), ...at('document', 'names') },
}
