-- What wrk posts to the verification service, and how its answers are counted.
--
-- Argument: the file that holds the body. An answer that is not the verdict "valid" is counted as wrong. One line at the end, for
-- xtask/src/bench/http_verdict.rs to read.

local threads = {}
wrong = 0
first_wrong = ""

function setup(thread)
  table.insert(threads, thread)
end

function init(arguments)
  local file = assert(io.open(arguments[1], "rb"))
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.body = file:read("*a")
  file:close()
end

function response(status, headers, body)
  if status ~= 200 or not body:find('"verdict":"valid"', 1, true) then
    wrong = wrong + 1
    if wrong == 1 then
      first_wrong = status .. " " .. body:sub(1, 300):gsub("%s+", " ")
    end
  end
end

function done(summary, latency, requests)
  local all = 0
  for _, thread in ipairs(threads) do
    all = all + thread:get("wrong")
    if thread:get("wrong") > 0 then
      io.write("a wrong answer: " .. thread:get("first_wrong") .. "\n")
    end
  end
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.timeout
  io.write(string.format("counted requests=%d microseconds=%d p99_microseconds=%d wrong=%d failed=%d\n",
    summary.requests, summary.duration, latency:percentile(99), all, failed))
end
