# Behind hooks/lib/wires.awk: holds many messages against the wires in one run, each on a line below `part=each`.
part == "each" {
  touched = foreign = told = 0; subject = labels = ""; parts = 1
  split("", said)
  said[1] = all = " "
  count = split(substr($0, 2), each, "\001")
  for (i = 1; i <= count; i++) addLine(each[i])
  holdText()
  print touched ? "node" : "passes"
}
