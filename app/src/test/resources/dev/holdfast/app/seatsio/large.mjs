// A hall of 9,000 seats, within the ten seconds that the client waits (section 28).
import test from 'node:test'
import assert from 'node:assert/strict'
import { openCompany, seatsio, upload } from './venue.mjs'

const ROWS = 90
const SEATS = 100

/** What the designer writes beside a seat, so that the drawing is as large as real ones. */
const beside = {
  displayLabel: null,
  companionSeat: false,
  restrictedView: false,
  disabledBySocialDistancingRules: false,
  published: true,
  seatLabeling: { algoName: 'SimpleNumbers', startAtIndex: 0, isInverted: false, enabled: true },
  hasSignLanguageInterpretation: false,
  hasLiftUpArmrests: false
}

function largeHall () {
  const rows = []
  for (let r = 1; r <= ROWS; r++) {
    const seats = []
    for (let n = 1; n <= SEATS; n++) {
      seats.push({ label: String(n), x: n * 20, y: r * 40, categoryKey: 1, uuid: `s${r}-${n}`, ...beside })
    }
    rows.push({ label: 'R' + r, seats, objectType: 'row', uuid: 'r' + r })
  }
  return {
    name: 'Large hall',
    version: 22,
    venueType: 'SIMPLE',
    categories: { list: [{ key: 1, label: 'Stalls', color: '#87A9CD' }], maxCategoryKey: 1 },
    subChart: {
      height: 4000, width: 2200, focalPoint: { x: 1010, y: 0 }, rows,
      tables: [], booths: [], sections: [], generalAdmissionAreas: []
    }
  }
}

test('a drawing of 9,000 seats is sold, and told in full', async () => {
  const { admin, client } = await openCompany()
  const drawing = largeHall()
  const bytes = JSON.stringify(drawing).length
  assert.ok(bytes > 3_000_000, String(bytes))
  const took = []
  const timed = async (what, work) => {
    const from = performance.now()
    const done = await work()
    took.push(`${what} ${Math.round(performance.now() - from)} ms`)
    return done
  }
  await timed('upload', () => upload(admin, 'large', drawing))
  const { key } = await timed('event', () => client.events.create('large'))
  const held = await timed('best of all', () => client.events.bookBestAvailable(
    key, new seatsio.BestAvailableParams().withNumber(4)))
  assert.deepEqual(held.objects, ['R1-49', 'R1-50', 'R1-51', 'R1-52'])
  const flat = await timed('flat list', () => client.eventReports.flatList(key))
  assert.equal(flat.length, ROWS * SEATS)
  const byStatus = await timed('by status', () => client.eventReports.byStatus(key))
  assert.equal(byStatus.booked.length, 4)
  assert.equal(byStatus.free.length, ROWS * SEATS - 4)
  const ofChart = await timed('of the chart', () => client.chartReports.byLabel('large'))
  assert.equal(Object.keys(ofChart).length, ROWS * SEATS)
  console.log(`# ${bytes} bytes: ${took.join(', ')}`)
})
