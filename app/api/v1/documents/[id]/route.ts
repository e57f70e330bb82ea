import { openDocument } from '@/lib/desks/case-file/open-document'
import { download } from '@/lib/platform/gate/download'

export const GET = download(openDocument)
