import type { TableWords } from './words'

/** Files: what is kept of a case, and what is on its way in. */
export const documentTables: Readonly<Record<string, TableWords>> = {
  'app.documents': {
    row: 'a paper, a picture or a recording of a case; its bytes lie beside it',
    level: 'work',
    read: 'shared',
    span: 'case',
    columns: {
      format: 'what it is kept as; a picture always as JPEG',
      size: 'bytes as it is kept',
      added_by: 'who added it, or sent it with a word',
      message_id: 'the word of an agency that it came with',
      added_at: 'when',
      given_by: 'who gave the original back',
      given_at: 'when',
      withdrawn_by: 'who took it away',
      withdrawn_at: 'when; its bytes were deleted then',
    },
  },
  'app.document_pieces': {
    row: 'up to 256 kB of a document, or its small picture, sealed',
    level: 'person',
    read: 'document',
    span: 'case',
    columns: { document_id: 'whose', part: 'BODY or THUMB', n: 'which piece', sealed: 'the bytes, sealed' },
  },
  'app.uploads': {
    row: 'a file on its way in, of one person',
    level: 'work',
    read: 'sender',
    span: 'upload',
    columns: {
      user_id: 'whose',
      ending: 'how its name ended; of the name nothing else is kept',
      mark: 'a keyed number of its contents, so that the same file goes on where it stopped',
      begun_at: 'when it began',
    },
  },
  'app.upload_pieces': {
    row: 'up to 256 kB of it, sealed for whoever sends it',
    level: 'person',
    read: 'sender',
    span: 'upload',
    columns: { upload_id: 'of which', n: 'which piece', sealed: 'the bytes, sealed' },
  },
  'app.share_papers': {
    row: 'a document of the case that goes along with a slip',
    level: 'work',
    read: 'shared',
    span: 'case',
    columns: { share_id: 'with which slip', n: 'its place in the list', document_id: 'which document' },
  },
}
