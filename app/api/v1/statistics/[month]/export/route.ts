import { exportMonth } from '@/lib/statistics/export-month'
import { download } from '@/lib/write/download'

export const GET = download(exportMonth)
