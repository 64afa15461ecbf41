# Behind hooks/lib/wires.awk: holds many messages against the wires in one run, each on a line below `part=each`.
part == "each" {
  touched = 0; subject = all = ""; lines = 0; parts = 1
  split("", said)
  count = split(substr($0, 2), each, "\001")
  for (i = 1; i <= count; i++) addLine(each[i])
  holdText()
  print touched ? "node" : "passes"
}
