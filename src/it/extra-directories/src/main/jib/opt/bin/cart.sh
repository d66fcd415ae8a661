#!/bin/sh
echo cart
