import { downloadCalendar } from '@/lib/desks/calendar/download-calendar'
import { download } from '@/lib/platform/gate/download'

export const GET = download(downloadCalendar)
