import { exportDefinitions } from '@/lib/desks/statistics/export-month'
import { download } from '@/lib/platform/gate/download'

export const GET = download(exportDefinitions)
