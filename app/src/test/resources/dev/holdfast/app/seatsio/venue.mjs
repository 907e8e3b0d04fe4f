// What every journey begins with: a company of its own, and the client as integrators use it.
import assert from 'node:assert/strict'

export const seatsio = await import(process.env.SEATSIO_CLIENT)
const { SeatsioClient, Region } = seatsio
const url = process.env.HOLDFAST_URL

/** A company that was just made, with a client under its own key. */
export async function openCompany () {
  const answer = await fetch(url + '/system/private/create-test-company', {
    method: 'POST',
    headers: {
      Authorization: 'Basic ' + btoa(process.env.SYSTEM_SECRET + ':'),
      'Content-Type': 'application/x-www-form-urlencoded'
    }
  })
  assert.ok(answer.status < 400, 'the system secret makes companies: ' + answer.status)
  const { admin, workspace } = await answer.json()
  return { admin, workspace, client: clientOf(admin.secretKey) }
}

/** A client under a key, in the workspace that is named. */
export function clientOf (secretKey, workspaceKey = undefined) {
  return new SeatsioClient(new Region(url), secretKey, workspaceKey)
}

/** What a call that is to be refused was refused with: the error body, or a text. */
export async function refusal (call) {
  try {
    await call
  } catch (refused) {
    return refused
  }
  return assert.fail('it was not refused')
}

/** The error body of what is refused under this status and code. */
export async function refused (status, code, call) {
  const body = await refusal(call)
  assert.equal(body.status, status, JSON.stringify(body))
  assert.equal(body.errors[0].code, code)
  assert.equal(body.messages[0], body.errors[0].message)
  assert.ok(body.requestId)
  return body
}

/** A chart with this drawing, as the company's own tools put it there. */
export async function upload (admin, chartKey, drawing) {
  const answer = await fetch(url + '/system/public/charts/' + chartKey, {
    method: 'POST',
    headers: { Authorization: 'Basic ' + btoa(admin.secretKey + ':') },
    body: JSON.stringify(drawing)
  })
  assert.equal(answer.status, 204, await answer.text())
  return chartKey
}

/** A row of a drawing: its seats from left to right, a step of 20 apart. */
export function row (label, count, y, categoryKey) {
  const seats = []
  for (let n = 1; n <= count; n++) {
    seats.push({ label: String(n), x: n * 20, y, categoryKey, uuid: label + n })
  }
  return { label, seats, objectType: 'row', uuid: 'row' + label }
}

/** Two rows of ten stalls, a table of four and an area of 100 places. */
export const HALL = {
  name: 'Hall',
  version: 22,
  venueType: 'SIMPLE',
  categories: {
    list: [
      { key: 1, label: 'Stalls', color: '#87A9CD', accessible: false },
      { key: 'std', label: 'Standing', color: '#5E42BB', accessible: false }
    ],
    maxCategoryKey: 1
  },
  subChart: {
    height: 300,
    width: 300,
    focalPoint: { x: 110, y: 0 },
    rows: [row('A', 10, 40, 1), row('B', 10, 80, 1)],
    tables: [{
      label: 'T1',
      center: { x: 60, y: 140 },
      radius: 20,
      type: 'round',
      objectType: 'table',
      uuid: 't1',
      seats: [1, 2, 3, 4].map(n => ({
        label: String(n), x: 40 + n * 10, y: 140, categoryKey: 1, uuid: 't1' + n
      }))
    }],
    booths: [],
    sections: [],
    generalAdmissionAreas: [{
      label: 'Floor',
      categoryKey: 'std',
      capacity: 100,
      center: { x: 110, y: 220 },
      objectType: 'generalAdmission',
      uuid: 'floor'
    }]
  }
}
