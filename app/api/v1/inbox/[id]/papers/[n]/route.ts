import { openPaper } from '@/lib/desks/inbox/open-paper'
import { download } from '@/lib/platform/gate/download'

export const GET = download(openPaper)
